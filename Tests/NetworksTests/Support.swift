import Foundation
import Networks
import Testing

/// The folder of public networks, or nil when it is not at hand.
let sampleNetworks: URL? = {
  let path = ProcessInfo.processInfo.environment["FORELAND_DATA"] ?? "../shared/data"
  let folder = URL(fileURLWithPath: path, isDirectory: true).appending(path: "graph")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// A network from a file of the samples.
func sample(_ name: String) throws -> Network {
  let folder = try #require(sampleNetworks)
  return try NetworkReader.network(from: [UInt8](Data(contentsOf: folder.appending(path: name))))
}

/// A graph from pairs of nodes.
func graph(_ nodeCount: Int, _ pairs: [(Int, Int)], isDirected: Bool = false) -> Graph {
  Graph(nodeCount: nodeCount, edges: pairs.map { Edge($0.0, $0.1) }, isDirected: isDirected)
}

/// A network from text.
func read(_ text: String) throws -> Network { try NetworkReader.network(from: Array(text.utf8)) }

/// The fault that a text is refused with.
func fault(_ text: String) -> GraphFault? {
  do throws(GraphFault) {
    _ = try NetworkReader.network(from: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

/// A graph drawn by chance, with a chain through all nodes so that it hangs together when asked.
func randomGraph(_ nodeCount: Int, _ edgeCount: Int, seed: UInt64, isConnected: Bool = false) -> Graph {
  var chance = Chance(seed: seed)
  var pairs = isConnected ? (1..<nodeCount).map { ($0 - 1, $0) } : []
  for _ in 0..<edgeCount {
    pairs.append((Int.random(in: 0..<nodeCount, using: &chance), Int.random(in: 0..<nodeCount, using: &chance)))
  }
  return graph(nodeCount, pairs)
}
