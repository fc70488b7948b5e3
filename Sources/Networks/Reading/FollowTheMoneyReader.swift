import Foundation

/// Reads links from FollowTheMoney entities, one JSON object a line.
///
/// Entities whose schema is a link become links by the properties that its edge definition names; of several values each
/// pair is a link. Other entities are passed over and counted: nodes are named by their identifiers.
struct FollowTheMoneyReader: LinkReader {
  private var cutter = LineCutter()
  private var builder: NetworkBuilder

  /// The properties that are the two ends, by the schema.
  ///
  /// Source: the `edge` sections of the schemata of FollowTheMoney 3.
  private static let ends: [String: (source: String, target: String)] = [
    "Associate": ("person", "associate"), "Call": ("caller", "receiver"), "Debt": ("debtor", "creditor"),
    "Directorship": ("director", "organization"), "Employment": ("employee", "employer"),
    "Family": ("person", "relative"), "Membership": ("member", "organization"), "Message": ("sender", "recipients"),
    "Ownership": ("owner", "asset"), "Payment": ("payer", "beneficiary"), "Representation": ("agent", "client"),
    "Similar": ("candidate", "match"), "Succession": ("predecessor", "successor"), "UnknownLink": ("subject", "object"),
  ]

  init(mostBytes: Int) {
    builder = NetworkBuilder(mostBytes: mostBytes)
    builder.notes.format = "FollowTheMoney"
  }

  mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault) {
    try cutter.take(chunk) { (line, row) throws(GraphFault) in try Self.read(line, row, &builder) }
  }

  mutating func finish() throws(GraphFault) -> Network {
    try cutter.finish { (line, row) throws(GraphFault) in try Self.read(line, row, &builder) }
    return try builder.finish()
  }

  private static func read(
    _ line: UnsafeBufferPointer<UInt8>, _ row: Int, _ builder: inout NetworkBuilder
  ) throws(GraphFault) {
    guard line.contains(where: { $0 > 32 }) else {
      builder.notes.silentRows += 1
      return
    }
    guard let entity = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let schema = entity["schema"] as? String
    else { throw GraphFault(.badSyntax, row: row, "the line is no FollowTheMoney entity with a schema") }
    builder.notes.rows += 1
    guard let ends = ends[schema], let properties = entity["properties"] as? [String: Any] else {
      return builder.notes.passedOver.add(row: row)
    }
    func values(_ name: String) -> [String] {
      (properties[name] as? [Any] ?? []).compactMap { $0 as? String ?? ($0 as? [String: Any])?["id"] as? String }
    }
    let (sources, targets) = (values(ends.source), values(ends.target))
    guard !sources.isEmpty && !targets.isEmpty else { return builder.notes.passedOver.add(row: row) }
    var weight: Float = 1
    if schema == "Payment", let amount = values("amountEur").first ?? values("amount").first {
      guard let number = DecimalNumber.value(amount) else {
        throw GraphFault(.badWeight, row: row, "the amount of a payment is no number")
      }
      weight = Float(number)
    }
    let date = (values("date") + values("startDate")).lazy.compactMap { Moment.seconds($0.utf8) }.first
    let kind = try builder.kind(schema, row: row)
    for source in sources {
      for target in targets {
        let ends = (try node(source, row, &builder), try node(target, row, &builder))
        try builder.add(ends.0, ends.1, weight: weight, kind: kind, time: date ?? LinkTable.unknownTime, row: row)
      }
    }
  }

  private static func node(_ name: String, _ row: Int, _ builder: inout NetworkBuilder) throws(GraphFault) -> UInt32 {
    try Array(name.utf8).withUnsafeBufferPointer { (name: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      try builder.node(name, row: row)
    }
  }
}
