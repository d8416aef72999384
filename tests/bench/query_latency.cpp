// Latency of queries in one process: 200 mixed queries, plain and with three facets, as JSON.
// usage: query_latency INDEX QUERIES [ROUNDS]; QUERIES has one query a line.
#include "query/parse/tree.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/searcher.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Quantiles {
    double p50_us = 0;
    double p95_us = 0;
};

Quantiles quantiles(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values[values.size() * 95 / 100]};
}

/// Searches and loads the first ten hits, as the tool does.
std::uint64_t answer(dateline::search::Searcher& searcher,
                     const dateline::search::SearchRequest& request) {
    const dateline::search::Answer answer = searcher.search(request);
    for (std::size_t hit = 0; hit < answer.hits; ++hit) {
        static_cast<void>(searcher.load_hit(hit));
    }
    return answer.total;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: query_latency INDEX QUERIES [ROUNDS]\n";
        return 2;
    }
    const auto start = Clock::now();
    dateline::search::Searcher searcher(argv[1]);
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    std::vector<dateline::search::SearchRequest> requests;
    std::ifstream queries(argv[2]);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    for (std::string line; std::getline(queries, line);) {
        dateline::parse::Parsed parsed = dateline::parse::parse_query(line, {today});
        if (!parsed.tree) {
            std::cerr << "query_latency: error: cannot read the query: " << line << '\n';
            return 2;
        }
        requests.emplace_back().tree = *std::move(parsed.tree);
    }
    double first_us = 0;
    for (const bool with_facets : {false, true}) {
        std::vector<double> times;
        std::uint64_t matches = 0;
        for (int round = -1; round < rounds; ++round) {
            for (dateline::search::SearchRequest& request : requests) {
                request.facets = with_facets
                                     ? dateline::search::parse_facets("person,place,date.month")
                                     : std::vector<dateline::search::FacetRequest>();
                const auto before = Clock::now();
                matches += answer(searcher, request);
                const double us =
                    std::chrono::duration<double, std::micro>(Clock::now() - before).count();
                if (first_us == 0) {
                    first_us =
                        std::chrono::duration<double, std::micro>(Clock::now() - start).count();
                }
                if (round >= 0) {
                    times.push_back(us);
                }
            }
        }
        const Quantiles result = quantiles(times);
        std::cout << R"({"facets":)" << (with_facets ? 3 : 0) << R"(,"queries":)" << requests.size()
                  << R"(,"rounds":)" << rounds << R"(,"matches":)" << matches << R"(,"p50_us":)"
                  << result.p50_us << R"(,"p95_us":)" << result.p95_us << R"(,"first_us":)"
                  << first_us << "}\n";
    }
    return 0;
}
