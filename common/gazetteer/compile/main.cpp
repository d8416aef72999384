// dateline-gazetteer: the build runs it to make dateline.gazetteer out of the tables; not
// installed.
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/gazetteer/compile/compile.hpp"

#include <exception>
#include <iostream>

int main(int count, char** arguments) {
    try {
        if (count != 3) {
            std::cerr << "usage: dateline-gazetteer TABLES OUTPUT\n";
            return dateline::exit_status(dateline::ErrorCode::Usage);
        }
        dateline::write_file_atomically(arguments[2],
                                        dateline::gazetteer::compile_gazetteer(arguments[1]));
        return 0;
    } catch (const dateline::Error& error) {
        std::cerr << "dateline-gazetteer: error: " << error.what() << '\n';
        return dateline::exit_status(error.code());
    } catch (const std::exception& failure) {
        std::cerr << "dateline-gazetteer: bug: " << failure.what() << '\n';
        return dateline::exit_status(dateline::ErrorCode::Internal);
    }
}
