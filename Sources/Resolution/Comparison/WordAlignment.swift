/// Compares names of several words word by word, whatever their order.
enum WordAlignment {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The most words of a name that are looked at.
  private static let most = 8

  /// The mean likeness of the words of the shorter name, each to the word of the longer that is most like it and still free.
  static func likeness(_ left: Bytes, _ right: Bytes) -> Double {
    var short = Array(left.split(separator: 32).prefix(most))
    var long = Array(right.split(separator: 32).prefix(most))
    if short.count > long.count { swap(&short, &long) }
    guard short.count > 1 else { return Spelling.jaroWinkler(left, right) }
    var sum = 0.0
    for word in short {
      var (best, place) = (0.0, 0)
      for (index, other) in long.enumerated() {
        let likeness = Spelling.jaroWinkler(
          UnsafeBufferPointer(rebasing: word), UnsafeBufferPointer(rebasing: other))
        if likeness > best { (best, place) = (likeness, index) }
      }
      sum += best
      long.remove(at: place)
    }
    return sum / Double(short.count)
  }
}
