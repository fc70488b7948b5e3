import ArgumentParser
import Foundation
import Networks

/// `foreland network money`: patterns on accounts, where money went, and what hawala hubs owe one another.
struct NetworkMoney: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "money", abstract: "Find patterns on accounts, follow money, and net what hubs owe.",
    discussion: """
      Reads a table with the columns payer, payee, amount, time and perhaps channel (account, cash, hawala). Writes \
      account,pattern,transfers,explanation to standard output. A pattern says what was seen, not who did wrong.
      """)

  @Argument(help: "The table of transfers.")
  var transfers: String
  @Option(help: "Thresholds of patterns as JSON; --print-thresholds shows the defaults.")
  var thresholds: String?
  @Flag(name: .customLong("print-thresholds"), help: "Print the thresholds and end.")
  var printsThresholds = false
  @Option(help: "Follow what left this holder.")
  var follow: String?
  @Option(help: "Where the ways of the money are written: amount,hops,start,end,holders.")
  var paths = "-"
  @Option(help: "Write debtor,creditor,amount,kind: what hubs owe, and the fewest payments that settle all of it.")
  var hubs: String?
  @Option(help: "Digits behind the point of an amount.")
  var decimals = 2

  func validate() throws {
    guard (0...6).contains(decimals) else { throw ValidationError("Decimals are 0 to 6.") }
  }

  func run() throws {
    let limits = try readThresholds()
    if printsThresholds {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return try writeFile([UInt8](try encoder.encode(limits)) + [10], to: "-")
    }
    let (names, rows) = try read()
    if let follow { return try trace(follow, names, rows) }
    if let hubs { return try net(names, rows, to: hubs) }
    var output = NetworkOutput("account,pattern,transfers,explanation")
    for finding in MoneyPatterns(rows, thresholds: limits).findings {
      let places = finding.transfers.map { String($0 + 1) }.joined(separator: " ")
      output.add([names[finding.account], finding.pattern.rawValue, places, finding.explanation])
    }
    try output.write(to: "-")
  }

  private func readThresholds() throws -> MoneyThresholds {
    guard let thresholds else { return MoneyThresholds() }
    let bytes = try wholeFile(thresholds)
    guard let limits = try? JSONDecoder().decode(MoneyThresholds.self, from: Data(bytes)) else {
      throw refusal(thresholds, 0, "it is not what --print-thresholds prints")
    }
    if let fault = limits.fault { throw refusal(thresholds, 0, fault) }
    return limits
  }

  private func read() throws -> (names: [String], transfers: [Transfer]) {
    var names = [String]()
    var numbers: [String: Int] = [:]
    let rows = try readTable(transfers) { table throws(GraphFault) in
      let (payer, payee) = (try table.needed("payer", "from", "source"), try table.needed("payee", "to", "target"))
      let (amount, time) = (try table.needed("amount"), try table.needed("time", "date"))
      let channel = table.column("channel", "kind", "type")
      var rows = [Transfer]()
      for row in table.rows {
        var ends = [Int]()
        for name in [row[payer], row[payee]] {
          guard !name.isEmpty else { throw GraphFault(.badRow, row: row.number, "payer or payee is empty") }
          if numbers[name] == nil {
            numbers[name] = names.count
            names.append(name)
          }
          ends.append(numbers[name] ?? 0)
        }
        let way =
          row[channel].isEmpty ? Transfer.Channel.account : Transfer.Channel(rawValue: row[channel].lowercased())
        guard let way else {
          throw GraphFault(.badRow, row: row.number, "the channel is none of account, cash and hawala")
        }
        rows.append(
          Transfer(
            source: ends[0], target: ends[1],
            amount: try TableRows.amount(row[amount], row: row.number, decimals: decimals),
            time: try TableRows.time(row[time], row: row.number), channel: way))
      }
      return rows
    }
    guard !rows.isEmpty else { throw refusal(transfers, 0, "it holds no transfer") }
    return (names, rows)
  }

  private func trace(_ name: String, _ names: [String], _ rows: [Transfer]) throws {
    guard let holder = names.firstIndex(of: name) else { throw refusal(transfers, 0, "the holder is not in the table") }
    let answer = MoneyTrail().follow(from: holder, in: .min ... .max, rows)
    var output = NetworkOutput("amount,hops,start,end,holders")
    for path in answer.paths {
      let (first, last) = (rows[path.transfers[0]], rows[path.transfers[path.transfers.count - 1]])
      let holders = [names[first.source]] + path.transfers.map { names[rows[$0].target] }
      output.add([
        money(path.amount), String(path.transfers.count), written(first.time), written(last.time),
        holders.joined(separator: " > "),
      ])
    }
    try output.write(to: paths)
    tell(
      "\(money(answer.started)) left and is held by \(answer.held.count); \(money(answer.resting)) has come to rest\n")
  }

  private func net(_ names: [String], _ rows: [Transfer], to path: String) throws {
    let book = HawalaBook(rows)
    var output = NetworkOutput("debtor,creditor,amount,kind")
    for (kind, debts) in [("owed", book.debts), ("netted", book.netted)] {
      for debt in debts { output.add([names[debt.debtor], names[debt.creditor], money(debt.amount), kind]) }
    }
    for settlement in book.settlements() {
      let transfer = rows[settlement.transfer]
      output.add([names[transfer.source], names[transfer.target], money(transfer.amount), "may settle"])
    }
    try output.write(to: path)
  }

  private func money(_ amount: Int64) -> String {
    String(format: "%.\(decimals)f", Double(amount) / pow(10, Double(decimals)))
  }
}
