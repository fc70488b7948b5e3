/// Room for numbers of an inner loop, without bounds checks in a release build; it is freed with its owner.
///
/// The loops over millions of neighbours spend a third of their time on checks when they use arrays. Indexes into it come from
/// a `Graph`, whose ends are checked when it is built.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  let count: Int
  private let start: UnsafeMutablePointer<Element>

  init(repeating value: Element, count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: value, count: max(1, count))
  }

  init(_ values: [Element]) {
    count = values.count
    start = .allocate(capacity: max(1, count))
    values.withUnsafeBufferPointer { values in
      if let first = values.baseAddress { start.initialize(from: first, count: values.count) }
    }
  }

  /// The first values of another room.
  init(first count: Int, of other: borrowing Scratch) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(from: other.start, count: min(count, other.count))
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return start[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      start[index] = newValue
    }
  }

  /// Sets all of them.
  func fill(_ value: Element) { start.update(repeating: value, count: count) }

  /// Copies so many values from a place in another room to a place in this one.
  @inline(__always)
  func copy(from other: borrowing Scratch, at place: Int, to ownPlace: Int, count: Int) {
    (start + ownPlace).update(from: other.start + place, count: count)
  }

  /// The values as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
