import Foundation
import Resolution

/// The weights in a file that `names learn` wrote, or those that ship when none is named.
/// - Throws: `ScenarioError` when the file cannot be read.
func readWeights(_ path: String?) throws -> NameWeights {
  guard let path else { return .learned }
  return NameWeights(table: String(decoding: try readWhole(path), as: UTF8.self))
}
