import ArgumentParser
import Networks

/// `foreland network phones`: common contacts, successions and meetings of phones that were read out lawfully.
struct NetworkPhones: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phones", abstract: "Find common contacts, burner successions and co-presence of phones.",
    discussion: """
      Reads extractions (exhibit, number, device, role, legal_basis), contacts (exhibit, other, time) and perhaps sightings (exhibit, \
      place, time). Only phones of suspects with a legal basis are used; any other role takes --role with --decision, \
      and the decision is told with the result. Writes finding,numbers,measure to standard output.
      """)

  @Option(help: "The table of extractions.")
  var extractions: String
  @Option(help: "The table of calls and messages.")
  var contacts: String
  @Option(help: "The table of places.")
  var sightings: String?
  @Option(help: "Also use phones of this role: victim, witness, passenger or unknown.")
  var role: [String] = []
  @Option(help: "Who decided that, when, and on what ground.")
  var decision: String?
  @Option(name: .customLong("country-code"), help: "The country of numbers that begin with one 0, such as 44.")
  var countryCode: String?
  @Option(help: "Write the contacts as source,target,time.")
  var links: String?

  func validate() throws {
    guard role.allSatisfy({ PhoneExtraction.OwnerRole(rawValue: $0) != nil }) else {
      throw ValidationError("Roles are \(PhoneExtraction.OwnerRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard role.allSatisfy({ $0 == "suspect" }) || decision?.contains(where: \.isLetter) == true else {
      throw ValidationError("Phones of others than suspects are used only with --decision.")
    }
    guard countryCode?.allSatisfy({ $0.isASCII && $0.isNumber }) ?? true, countryCode?.count ?? 1 <= 3 else {
      throw ValidationError("A country code is one to three digits.")
    }
  }

  func run() throws {
    let roles = Set(role.compactMap(PhoneExtraction.OwnerRole.init)).union([.suspect])
    let book = PhoneBook(try read(), roles: roles)
    for (reason, count) in book.omitted {
      switch reason {
      case .noLegalBasis: tell("\(count) phones are left out: no legal basis is written down\n")
      case .role(let role): tell("\(count) phones are left out: their role is \(role.rawValue)\n")
      }
    }
    if let decision { tell("phones of others than suspects are used by decision: \(decision)\n") }
    var output = NetworkOutput("finding,numbers,measure")
    for common in book.commonContacts() {
      let phones = common.phones.map(\.text).joined(separator: " ")
      output.add(["common contact", "\(common.number.text) of \(phones)", "\(common.phones.count) phones"])
    }
    for next in book.burnerSuccessions() {
      let device = next.isSameDevice ? ", one device" : ""
      output.add([
        "succession", "\(next.earlier.text) > \(next.later.text)",
        "\(Int((100 * next.sharedContacts).rounded())) % of contacts shared, \(next.gapSeconds) s between\(device)",
      ])
    }
    for met in book.coPresences() {
      output.add([
        "co-presence", "\(met.first.text) \(met.second.text)",
        "\(met.occasions) occasions, \(met.quietOccasions) at quiet places",
      ])
    }
    try output.write(to: "-")
    if let links { try write(book.network(), to: links) }
  }

  private func write(_ network: Network, to path: String) throws {
    var output = NetworkOutput("source,target,time")
    for link in 0..<network.links.count {
      let (source, target) = (Int(network.links.sources[link]), Int(network.links.targets[link]))
      output.add([network.names[source], network.names[target], network.links.time(of: link).map(written) ?? ""])
    }
    try output.write(to: path)
  }

  private func read() throws -> [PhoneExtraction] {
    var places: [String: Int] = [:]
    var phones = try readTable(extractions) { table throws(GraphFault) in
      let (exhibit, number) = (try table.needed("exhibit"), try table.needed("number"))
      let (role, basis) = (try table.needed("role"), try table.needed("legal_basis", "legal basis"))
      let device = table.column("device", "imei")
      var all = [PhoneExtraction]()
      for row in table.rows {
        let own = try phone(row[number], row.number)
        let kept = DeviceNumber(row[device])
        guard kept != nil || row[device].isEmpty else {
          throw GraphFault(.badRow, row: row.number, "the device number has a wrong check digit or count of digits")
        }
        places[row[exhibit]] = all.count
        all.append(
          PhoneExtraction(
            exhibit: row[exhibit], number: own, device: kept,
            role: PhoneExtraction.OwnerRole(rawValue: row[role].lowercased()) ?? .unknown, legalBasis: row[basis]))
      }
      return all
    }
    func place(_ exhibit: String, _ row: Int) throws(GraphFault) -> Int {
      guard let place = places[exhibit] else {
        throw GraphFault(.badRow, row: row, "its exhibit is not among the extractions")
      }
      return place
    }
    try readTable(contacts) { table throws(GraphFault) in
      let (exhibit, other, time) = (try table.needed("exhibit"), try table.needed("other"), try table.needed("time"))
      for row in table.rows {
        let contact = PhoneExtraction.Contact(
          other: try phone(row[other], row.number), time: try TableRows.time(row[time], row: row.number))
        phones[try place(row[exhibit], row.number)].contacts.append(contact)
      }
    }
    guard let sightings else { return phones }
    try readTable(sightings) { table throws(GraphFault) in
      let (exhibit, cell, time) = (try table.needed("exhibit"), try table.needed("place"), try table.needed("time"))
      for row in table.rows {
        let seen = PhoneExtraction.Sighting(place: row[cell], time: try TableRows.time(row[time], row: row.number))
        phones[try place(row[exhibit], row.number)].sightings.append(seen)
      }
    }
    return phones
  }

  private func phone(_ text: String, _ row: Int) throws(GraphFault) -> PhoneNumber {
    guard let number = PhoneNumber(text, countryCode: countryCode) else {
      throw GraphFault(
        .badRow, row: row, "the telephone number is not E.164; name --country-code if it lacks its country")
    }
    return number
  }
}
