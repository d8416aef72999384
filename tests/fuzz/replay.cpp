// Gives every file of the folders named as arguments to the fuzz target that it is linked with.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes);

int main(int count, char** values) {
    const std::vector<std::string> folders(values + 1, values + count);
    std::size_t replayed = 0;
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::vector<char> characters{std::istreambuf_iterator<char>(file), {}};
            const std::vector<std::uint8_t> bytes(characters.begin(), characters.end());
            std::cout << entry.path().filename().string() << std::endl;  // flushed: names the crash
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++replayed;
        }
    }
    return replayed == 0 ? 1 : 0;
}
