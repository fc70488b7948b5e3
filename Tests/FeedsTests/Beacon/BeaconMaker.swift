/// Makes beacon messages as strings of zeros and ones, by a road of its own, so that the decoder is not tested against itself.
struct BeaconMaker {
  /// The bits from 26 on.
  private(set) var bits: String

  /// A message that begins with its protocol flag and country.
  init(user: Bool, country: Int) {
    bits = user ? "1" : "0"
    add(country, 10)
  }

  mutating func add(_ value: Int, _ width: Int) {
    let digits = String(value, radix: 2)
    precondition(digits.count <= width)
    bits += String(repeating: "0", count: width - digits.count) + digits
  }

  mutating func add(_ pattern: String) { bits += pattern.filter { $0 != " " } }

  /// Six bits a character of the modified Baudot code.
  mutating func add(text: String) {
    let codes: [Character: String] = [
      "A": "111000", "B": "110011", "C": "101110", "G": "101011", "M": "100111", "Z": "110001", " ": "100100",
      "0": "001101", "1": "011101", "2": "011001", "3": "010000", "4": "001010", "5": "000001", "6": "010101",
      "7": "011100", "8": "001100", "9": "000011", "-": "011000",
    ]
    for character in text { bits += codes[character]! }
  }

  /// Fifteen digits: bits 26 to 85.
  var identity: String { Self.hexadecimal(String(bits.prefix(60))) }

  /// Thirty digits of a long message, whose bits 26 to 85 and 107 to 132 are the 86 that were added.
  var long: String {
    precondition(bits.count == 86)
    let first = "1" + bits.prefix(60)
    let second = String(bits.suffix(26))
    return Self.hexadecimal(
      first + Self.check(first, "1001101101100111100011") + second + Self.check(second, "1010100111001"))
  }

  /// Twenty-two digits of a short message, whose bits 26 to 85 and 107 to 112 are the 66 that were added.
  var short: String {
    precondition(bits.count == 66)
    let first = "0" + bits.prefix(60)
    return Self.hexadecimal(first + Self.check(first, "1001101101100111100011") + bits.suffix(6))
  }

  static func hexadecimal(_ bits: String) -> String {
    var digits = ""
    var rest = Substring(bits)
    while !rest.isEmpty {
      digits += String(Int(rest.prefix(4), radix: 2)!, radix: 16, uppercase: true)
      rest = rest.dropFirst(4)
    }
    return digits
  }

  /// Long division on paper: what is left behind the data.
  static func check(_ data: String, _ generator: String) -> String {
    let divisor = Array(generator)
    var row = Array(data) + [Character](repeating: "0", count: divisor.count - 1)
    for start in 0..<data.count where row[start] == "1" {
      for offset in divisor.indices { row[start + offset] = row[start + offset] == divisor[offset] ? "0" : "1" }
    }
    return String(row.suffix(divisor.count - 1))
  }
}
