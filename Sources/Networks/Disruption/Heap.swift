/// A heap that gives its greatest element first.
///
/// Source: Williams, Algorithm 232: heapsort (1964).
struct Heap<Element: Comparable> {
  private var elements = [Element]()

  /// How many elements there are.
  var count: Int { elements.count }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var place = elements.count - 1
    while place > 0, elements[(place - 1) / 2] < elements[place] {
      elements.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popMax() -> Element? {
    guard let top = elements.first else { return nil }
    elements[0] = elements[elements.count - 1]
    elements.removeLast()
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < elements.count else { return top }
      if child + 1 < elements.count, elements[child] < elements[child + 1] { child += 1 }
      guard elements[place] < elements[child] else { return top }
      elements.swapAt(place, child)
      place = child
    }
  }
}
