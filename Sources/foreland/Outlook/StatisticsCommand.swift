import ArgumentParser
struct StatisticsCommand: ParsableCommand {}
