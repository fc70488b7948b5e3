import ArgumentParser
import Foundation
import Resolution

/// One run of resolving: guess, resolve, say, write.
struct ResolveRun {
  let table: RecordTable
  let options: ResolveOptions

  func write() throws {
    guard let key = table.column(options.key) else {
      ProgressLine.say("There is no column \(options.key); there are \(table.headings.joined(separator: ", ")).")
      throw ExitCode(1)
    }
    let guesses = ColumnGuesser.guess(table, key: key, given: try options.kinds())
    for guess in guesses { ProgressLine.say("\(guess)") }
    let clean = try CleanTable(table, as: guesses)
    for notice in clean.notices { ProgressLine.say("\(notice)") }
    let resolution = Resolver().resolve(clean, progress: ProgressLine.show)
    ProgressLine.clear()
    for chosen in resolution.plan.chosen {
      ProgressLine.say("rule \(chosen.words): \(Int(chosen.pairs)) pairs, recall so far \(chosen.recall)")
    }
    for field in resolution.model.fields { ProgressLine.say("\(field)") }
    ProgressLine.say("prior \(resolution.model.prior)")
    ProgressLine.say("\(resolution.candidates) pairs compared, expected recall \(resolution.plan.expectedRecall)")
    if let path = options.pairs { try ResolveFiles.write(pairs(resolution, key), to: path) }
    if let path = options.clusters { try ResolveFiles.write(clusters(resolution, key), to: path) }
  }

  private func pairs(_ resolution: ResolutionAnswer, _ key: Int) -> [UInt8] {
    var text = [UInt8]("left,right,probability\n".utf8)
    for pair in resolution.pairs {
      text += "\(table.text(Int(pair.left), key) ?? ""),\(table.text(Int(pair.right), key) ?? ""),\(pair.probability)\n".utf8
    }
    return text
  }

  private func clusters(_ resolution: ResolutionAnswer, _ key: Int) -> [UInt8] {
    var text = [UInt8]("record,cluster\n".utf8)
    for (record, cluster) in resolution.clusters.enumerated() {
      text += "\(table.text(record, key) ?? ""),\(cluster)\n".utf8
    }
    return text
  }
}
