/// Values of which a few are wanted by their place in the order, without sorting them all.
///
/// Source: Hoare 1961, "Algorithm 65: find", with the middle of three as the pivot. What one search has parted, the next
/// one for a higher place uses.
struct Selection {
  private var values: [Double]
  /// The place found last: nothing before it is larger than what follows.
  private var found = 0
  /// Ends of parts above it, the nearest last: nothing up to an end is larger than what follows.
  private var ends: [Int]

  init(_ values: [Double]) {
    self.values = values
    ends = [values.count - 1]
  }

  /// The value that would stand at a place, counted from 0, if all were sorted.
  mutating func value(at place: Int) -> Double {
    if place < found { (found, ends) = (0, [values.count - 1]) }
    while let end = ends.last, end < place { ends.removeLast() }
    var (left, right) = (found, ends.last ?? values.count - 1)
    while left < right {
      let (low, high) = part(from: left, to: right)
      if place <= high {
        right = high
        ends.append(high)
      } else if place >= low {
        left = low
      } else {
        break
      }
    }
    found = place
    return values[place]
  }

  /// Brings what is smaller than a pivot before what is larger; between the two ends that it returns all are equal to it.
  private mutating func part(from left: Int, to right: Int) -> (low: Int, high: Int) {
    values.withUnsafeMutableBufferPointer { values in
      let three = (values[left], values[(left + right) / 2], values[right])
      let pivot = max(min(three.0, three.1), min(max(three.0, three.1), three.2))
      var (low, high) = (left, right)
      while low <= high {
        while values[low] < pivot { low += 1 }
        while values[high] > pivot { high -= 1 }
        guard low <= high else { break }
        values.swapAt(low, high)
        (low, high) = (low + 1, high - 1)
      }
      return (low, high)
    }
  }
}
