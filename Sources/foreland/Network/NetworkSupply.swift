import ArgumentParser
import Networks

/// `foreland network supply`: what was found at landings tied to purchases.
struct NetworkSupply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supply", abstract: "Tie equipment found at landings to where it was bought, stored and carried.",
    discussion: """
      Reads consignments (identifier, stage: purchase, storage or transport, from, to, product, batch, first_serial, last_serial, time) \
      and recoveries (landing, product, serial, batch, time). Writes landing,product,serial,supplier,way,ground to standard output.
      """)

  @Option(help: "The table of consignments.")
  var consignments: String
  @Option(help: "The table of recoveries.")
  var recoveries: String
  @Option(
    name: .customLong("shared-suppliers"), help: "Write supplier,landings,ground of suppliers behind several landings.")
  var sharedSuppliers: String?

  func run() throws {
    let (bought, found) = (try readConsignments(), try readRecoveries())
    let book = SupplyBook(consignments: bought, recoveries: found)
    var output = NetworkOutput("landing,product,serial,supplier,way,ground")
    for tie in book.ties {
      let recovery = found[tie.recovery]
      let way = [bought[tie.way[0]].from] + tie.way.map { bought[$0].to }
      output.add([
        recovery.landing, recovery.product, recovery.serial?.text ?? "", way[0], way.joined(separator: " > "),
        tie.ground.words,
      ])
    }
    try output.write(to: "-")
    if let sharedSuppliers {
      var output = NetworkOutput("supplier,landings,ground")
      for supplier in book.sharedSuppliers() {
        output.add([supplier.supplier, supplier.landings.joined(separator: " "), supplier.ground.words])
      }
      try output.write(to: sharedSuppliers)
    }
  }

  private func readConsignments() throws -> [Consignment] {
    try readTable(consignments) { table throws(GraphFault) in
      let (identifier, stage) = (try table.needed("identifier", "id"), try table.needed("stage"))
      let (from, to, product) = (try table.needed("from"), try table.needed("to"), try table.needed("product"))
      let (batch, time) = (table.column("batch"), table.column("time", "date"))
      let (first, last) = (table.column("first_serial", "serial"), table.column("last_serial"))
      var all = [Consignment]()
      for row in table.rows {
        guard let stage = Consignment.Stage(rawValue: row[stage].lowercased()) else {
          throw GraphFault(.badRow, row: row.number, "the stage is none of purchase, storage and transport")
        }
        let start = try serial(row[first], row.number)
        let end = try serial(row[last], row.number) ?? start
        let serials = start.flatMap { start in end.map { Consignment.ClosedSerials(first: start, last: $0) } }
        all.append(
          Consignment(
            identifier: row[identifier], stage: stage, from: row[from], to: row[to], product: row[product],
            batch: row[batch], serials: serials, time: try moment(row[time], row.number)))
      }
      return all
    }
  }

  private func readRecoveries() throws -> [Recovery] {
    try readTable(recoveries) { table throws(GraphFault) in
      let (landing, product) = (try table.needed("landing"), try table.needed("product"))
      let (number, batch, time) = (table.column("serial"), table.column("batch"), table.column("time", "date"))
      var all = [Recovery]()
      for row in table.rows {
        all.append(
          Recovery(
            landing: row[landing], product: row[product], serial: try serial(row[number], row.number),
            batch: row[batch], time: try moment(row[time], row.number)))
      }
      return all
    }
  }

  private func serial(_ text: String, _ row: Int) throws(GraphFault) -> SerialNumber? {
    if text.isEmpty { return nil }
    guard let serial = SerialNumber(text) else {
      throw GraphFault(.badRow, row: row, "a serial number has fewer than four letters and digits, or too many")
    }
    return serial
  }

  private func moment(_ text: String, _ row: Int) throws(GraphFault) -> Int64? {
    text.isEmpty ? nil : try TableRows.time(text, row: row)
  }
}
