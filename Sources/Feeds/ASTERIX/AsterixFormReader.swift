/// Reads the form of an item from its line.
struct AsterixFormReader {
  private var rest: Substring
  private let line: Int

  init(_ text: Substring, line: Int) {
    rest = text
    self.line = line
  }

  mutating func whole() throws(AsterixTableError) -> AsterixForm {
    let form = try self.form()
    guard rest.isEmpty else { throw fault("more than a form: \(rest)") }
    return form
  }

  private func fault(_ words: String) -> AsterixTableError { AsterixTableError(line: line, words: words) }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func expect(_ text: String) throws(AsterixTableError) {
    guard take(text) else { throw fault("\(text) expected at \(rest.prefix(20))") }
  }

  private mutating func number() throws(AsterixTableError) -> Int {
    let digits = rest.prefix { $0.isNumber }
    guard let number = Int(digits) else { throw fault("a number expected at \(rest.prefix(20))") }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func form() throws(AsterixTableError) -> AsterixForm {
    if take("(") { return .group(try parts(until: ")")) }
    if take("{") { return .extended(try runs()) }
    if take("[") { return .compound(try subfields()) }
    if take("!re") || take("!sp") { return .explicit }
    if take("x*") { return .repetitive(countOctets: nil, try form()) }
    let count = try number()
    if take("*") { return .repetitive(countOctets: count, try form()) }
    return .element(AsterixElement(bits: count, content: try content()))
  }

  private mutating func part() throws(AsterixTableError) -> AsterixPart {
    if take(".") { return AsterixPart(name: "", form: .element(AsterixElement(bits: try number(), content: .raw))) }
    let name = rest.prefix { $0 != ":" }
    rest = rest.dropFirst(name.count)
    try expect(":")
    return AsterixPart(name: String(name), form: try form())
  }

  private mutating func parts(until end: String) throws(AsterixTableError) -> [AsterixPart] {
    var parts: [AsterixPart] = []
    while !take(end) {
      parts.append(try part())
      _ = take(" ")
    }
    return parts
  }

  private mutating func runs() throws(AsterixTableError) -> [[AsterixPart]] {
    var runs: [[AsterixPart]] = [[]]
    while !take("}") {
      if take("-") { runs.append([]) } else { runs[runs.count - 1].append(try part()) }
      _ = take(" ")
    }
    guard runs.removeLast().isEmpty else { throw fault("an extended form ends with its bit") }
    return runs
  }

  private mutating func subfields() throws(AsterixTableError) -> [AsterixPart?] {
    var subfields: [AsterixPart?] = []
    while !take("]") {
      subfields.append(take("-") ? nil : try part())
      _ = take(" ")
    }
    return subfields
  }

  private mutating func content() throws(AsterixTableError) -> AsterixElement.Content {
    if take("t") { return .raw }
    if take("h") { return .hexadecimal }
    if take("o") { return .octal }
    if take("a") { return .ascii }
    if take("i") { return .icao }
    if take("b") { return .register }
    if take("c(") {
      let path = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(path.count)
      try expect(";u*")
      let first = try scale()
      try expect(";u*")
      let second = try scale()
      try expect(")")
      return .chosen(by: String(path), first, second)
    }
    guard rest.first == "u" || rest.first == "s" else { return .raw }
    let signed = rest.removeFirst() == "s"
    return take("*") ? .quantity(signed: signed, try scale()) : .integer(signed: signed)
  }

  /// A step such as `360/2^16"°"`.
  private mutating func scale() throws(AsterixTableError) -> AsterixScale {
    let numerator = try number()
    var denominator = 1
    if take("/") {
      denominator = try number()
      if take("^") {
        let exponent = try number()
        denominator = (0..<exponent).reduce(1) { power, _ in power * denominator }
      }
    }
    try expect("\"")
    let unit = rest.prefix { $0 != "\"" }
    rest = rest.dropFirst(unit.count)
    try expect("\"")
    return AsterixScale(numerator: numerator, denominator: denominator, unit: String(unit))
  }
}
