/// Takes telephone numbers that are written in groups out of a text, so that their groups are no degrees and minutes.
enum TelephoneNumbers {
  private static let digits = 9...15

  static func take(_ scan: inout TextScan) {
    var index = 0
    while index < scan.scalars.count {
      if let end = end(scan, from: index) {
        scan.take(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// The end of `+33 6 12 34 56 78` or `06 12 34 56 78` that begins here, or nil.
  private static func end(_ scan: TextScan, from start: Int) -> Int? {
    let international = scan[start] == "+"
    guard international || scan[start] == "0", scan[start - 1]?.decimalDigit == nil, scan[start - 1] != "." else {
      return nil
    }
    var index = international ? start + 1 : start
    var groups = [Int]()
    while let scalar = scan[index], scalar.decimalDigit != nil, groups.count <= digits.upperBound {
      let first = index
      while scan[index]?.decimalDigit != nil { index += 1 }
      groups.append(index - first)
      guard scan[index] == " " || scan[index] == "-", scan[index + 1]?.decimalDigit != nil else { break }
      index += 1
    }
    // A number that goes on with a point, a mark or a hemisphere is part of a position.
    if let next = scan[index] {
      let isDecimal = (next == "." || next == ",") && scan[index + 1]?.decimalDigit != nil
      if isDecimal || next.properties.isAlphabetic || "°'′\"″".unicodeScalars.contains(next) { return nil }
    }
    var after = index
    while scan[after] == " " { after += 1 }
    if let next = scan[after]?.folded, ["n", "s", "e", "w", "o"].contains(next) {
      if scan[after + 1]?.properties.isAlphabetic != true { return nil }
    }
    if international { return groups.count >= 3 && digits.contains(groups.reduce(0, +)) ? index : nil }
    return groups == [2, 2, 2, 2, 2] ? index : nil
  }
}
