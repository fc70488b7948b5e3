/// The search of Nelder and Mead (1965) for the least value of a function of few numbers.
struct SimplexSearch {
  let dimensions: Int
  /// The most evaluations of the function.
  let evaluations: Int

  private struct Corner {
    var point: [Double]
    var value: Double
  }

  /// The point with the least value that was found.
  func minimum(from start: [Double], step: Double = 1, _ function: ([Double]) -> Double) -> [Double] {
    var corners = [Corner(point: start, value: function(start))]
    for axis in 0..<dimensions {
      var point = start
      point[axis] += step
      corners.append(Corner(point: point, value: function(point)))
    }
    var used = dimensions + 1
    while used < evaluations {
      corners.sort { $0.value < $1.value }
      let (best, worst) = (corners[0], corners[dimensions])
      if worst.value.isFinite, worst.value - best.value < 1e-3 { break }
      let centre = (0..<dimensions).map { axis in
        corners.dropLast().reduce(0) { $0 + $1.point[axis] } / Double(dimensions)
      }
      func moved(_ factor: Double) -> Corner {
        used += 1
        let point = (0..<dimensions).map { min(max(centre[$0] + factor * (worst.point[$0] - centre[$0]), -9), 9) }
        return Corner(point: point, value: function(point))
      }
      let reflected = moved(-1)
      if reflected.value < best.value {
        let expanded = moved(-2)
        corners[dimensions] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[dimensions - 1].value {
        corners[dimensions] = reflected
      } else {
        let contracted = moved(reflected.value < worst.value ? -0.5 : 0.5)
        if contracted.value < min(reflected.value, worst.value) {
          corners[dimensions] = contracted
        } else {
          for corner in 1...dimensions {
            corners[corner].point = zip(corners[corner].point, best.point).map { ($0 + $1) / 2 }
            corners[corner].value = function(corners[corner].point)
            used += 1
          }
        }
      }
    }
    return corners.min { $0.value < $1.value }?.point ?? start
  }
}
