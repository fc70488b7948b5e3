import ArgumentParser
struct WarnCommand: ParsableCommand {}
