/// Places gathered in squares within squares, so that many far ones push as one.
///
/// Source: Barnes and Hut, A hierarchical O(N log N) force-calculation algorithm (1986).
struct ForceTree: ~Copyable {
  /// How wide a square may look, as a share of its distance, to count as one place.
  private static let opening = 0.9
  /// Squares within squares; places nearer to each other than the last of them push as one.
  private static let mostDepth = 24

  private var squares = [Square]()

  private struct Square {
    var mass = 0.0
    var x = 0.0
    var y = 0.0
    var width: Double
    /// The first of four children, or −1.
    var children: Int32 = -1
  }

  init(_ places: borrowing Scratch<Double>, _ others: borrowing Scratch<Double>, masses: borrowing Scratch<Double>) {
    var (low, high) = (SIMD2(repeating: Double.infinity), SIMD2(repeating: -Double.infinity))
    for node in 0..<places.count {
      low = pointwiseMin(low, SIMD2(places[node], others[node]))
      high = pointwiseMax(high, SIMD2(places[node], others[node]))
    }
    let width = max((high - low).max(), 1e-9)
    squares.reserveCapacity(3 * places.count + 16)
    squares.append(Square(width: width))
    for node in 0..<places.count { insert(SIMD2(places[node], others[node]), masses[node], low, width) }
  }

  private mutating func insert(_ place: SIMD2<Double>, _ mass: Double, _ low: SIMD2<Double>, _ width: Double) {
    var (square, corner, width, depth) = (0, low, width, 0)
    while true {
      let before = squares[square]
      squares[square].mass += mass
      squares[square].x += mass * place.x
      squares[square].y += mass * place.y
      if before.mass == 0 || depth == Self.mostDepth { return }
      if before.children < 0 {
        // The one who was here alone moves into a child of its own.
        squares[square].children = Int32(squares.count)
        for _ in 0..<4 { squares.append(Square(width: width / 2)) }
        let (child, _) = Self.child(of: corner, width, SIMD2(before.x, before.y) / before.mass)
        let own = Int(squares[square].children) + child
        (squares[own].mass, squares[own].x, squares[own].y) = (before.mass, before.x, before.y)
      }
      let (child, next) = Self.child(of: corner, width, place)
      square = Int(squares[square].children) + child
      (corner, width, depth) = (next, width / 2, depth + 1)
    }
  }

  @inline(__always)
  private static func child(
    of corner: SIMD2<Double>, _ width: Double, _ place: SIMD2<Double>
  ) -> (Int, SIMD2<Double>) {
    let (right, lower) = (place.x >= corner.x + width / 2, place.y >= corner.y + width / 2)
    let next = corner + SIMD2(right ? width / 2 : 0, lower ? width / 2 : 0)
    return ((right ? 1 : 0) + (lower ? 2 : 0), next)
  }

  /// The push of all others on a place: each by its mass over the distance.
  func push(on x: Double, _ y: Double, _ stack: inout [Int32]) -> SIMD2<Double> {
    var push = SIMD2<Double>.zero
    stack.removeAll(keepingCapacity: true)
    stack.append(0)
    squares.withUnsafeBufferPointer { squares in
      while let next = stack.popLast() {
        let square = squares[Int(next)]
        guard square.mass > 0 else { continue }
        let away = SIMD2(x, y) - SIMD2(square.x, square.y) / square.mass
        let squared = (away * away).sum()
        if square.children < 0 || square.width * square.width < Self.opening * Self.opening * squared {
          if squared > 1e-12 { push += away * (square.mass / squared) }
        } else {
          for child in 0..<Int32(4) { stack.append(square.children + child) }
        }
      }
    }
    return push
  }
}
