extension Marking {
  /// The longest text, in UTF-8 bytes, that is read as a marking.
  public static let longestTextBytes = 65_536

  /// The marking as written: `EXERCISE OFFICIAL-SENSITIVE // COMPARTMENTS A, B // NATIONS FR, GB`.
  ///
  /// Parts come in a fixed order and names within them sorted, so equal markings have equal texts. In names the comma,
  /// the slash, the percent sign, control characters and blanks at the ends are written as `%` and two hexadecimal
  /// digits; a limit that permits nobody is written with the name `-`.
  public var text: String {
    var head = exercise ? "EXERCISE " : ""
    head += classification.rawValue
    if sensitive { head += "-SENSITIVE" }
    var sections = [head]
    if !compartments.isEmpty { sections.append("COMPARTMENTS " + Self.list(compartments)) }
    if case .only(let names) = agencies { sections.append("AGENCIES " + Self.list(names)) }
    if case .only(let names) = nations { sections.append("NATIONS " + Self.list(names)) }
    if !handling.isEmpty { sections.append("HANDLING " + Self.list(Set(handling.map(\.rawValue)))) }
    return sections.joined(separator: " // ")
  }

  /// Reads the text of a marking; nil when any part of it is not understood, since a limit must not be lost.
  public init?(text: String) {
    guard text.utf8.count <= Self.longestTextBytes else { return nil }
    var sections = Self.split(Array(text.utf8)[...], at: Self.betweenSections)[...]
    guard let head = sections.popFirst(), let (classification, sensitive, exercise) = Self.readHead(head) else {
      return nil
    }
    var lists = [String: Set<String>]()
    for section in sections {
      guard let space = section.firstIndex(of: 0x20), let names = Self.readList(section[(space + 1)...]) else {
        return nil
      }
      let keyword = String(decoding: section[..<space], as: UTF8.self)
      guard Self.keywords.contains(keyword), lists.updateValue(names, forKey: keyword) == nil else { return nil }
    }
    self.init(
      classification: classification,
      sensitive: sensitive,
      compartments: lists["COMPARTMENTS"] ?? [],
      agencies: lists["AGENCIES"].map(ReleaseLimit.only) ?? .anyone,
      nations: lists["NATIONS"].map(ReleaseLimit.only) ?? .anyone,
      handling: Set((lists["HANDLING"] ?? []).map(HandlingInstruction.init(rawValue:))),
      exercise: exercise)
  }

  private static let keywords: Set<String> = ["COMPARTMENTS", "AGENCIES", "NATIONS", "HANDLING"]
  private static let betweenSections = Array(" // ".utf8)
  private static let betweenNames = Array(", ".utf8)

  private static func readHead(_ head: ArraySlice<UInt8>) -> (Classification, sensitive: Bool, exercise: Bool)? {
    var words = String(decoding: head, as: UTF8.self)
    let exercise = words.hasPrefix("EXERCISE ")
    if exercise { words.removeFirst("EXERCISE ".count) }
    if words == "OFFICIAL-SENSITIVE" { return (.official, true, exercise) }
    guard let classification = Classification(rawValue: words) else { return nil }
    return (classification, false, exercise)
  }

  /// The pieces between separators, as bytes: a name may begin with a combining mark, which would join a blank
  /// before it into one character.
  private static func split(_ text: ArraySlice<UInt8>, at separator: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces = [ArraySlice<UInt8>]()
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == separator[0], text[index...].starts(with: separator) {
        pieces.append(text[start..<index])
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(text[start...])
    return pieces
  }

  private static func list(_ names: Set<String>) -> String {
    names.isEmpty ? "-" : names.map(escaped).sorted().joined(separator: ", ")
  }

  private static func readList(_ text: ArraySlice<UInt8>) -> Set<String>? {
    if text.elementsEqual([0x2D]) { return [] }
    var names = Set<String>()
    for piece in split(text, at: betweenNames) {
      guard let name = unescaped(piece), names.insert(name).inserted else { return nil }
    }
    return names
  }
}
