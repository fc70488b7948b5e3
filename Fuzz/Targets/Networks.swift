import Networks

extension FuzzTarget {
  /// Links as lists, tables, XML and JSON; the same network or the same fault however the bytes are cut, and measures that hold.
  static let network = FuzzTarget(name: "network") { bytes in
    let whole = readNetwork(bytes, step: max(1, bytes.count))
    let cut = readNetwork(bytes, step: 1)
    switch (whole, cut) {
    case (.success(let network), .success(let other)):
      demand(network.notes == other.notes, "a cut between two bytes changes no note")
      demand(network.links.sources == other.links.sources, "a cut between two bytes changes no link")
      demand(network.links.times == other.links.times, "a cut between two bytes changes no time")
      let graph = network.graph()
      demand(graph.components().sizes.reduce(0, +) == graph.nodeCount, "every node is in one component")
      demand(graph.coreNumbers().allSatisfy { $0 >= 0 }, "a core is no less than nothing")
    case (.failure(let fault), .failure(let other)):
      demand(fault == other, "a cut between two bytes changes no fault")
    default:
      demand(false, "what is refused is refused however it is cut")
    }
  }
}

private func readNetwork(_ bytes: UnsafeRawBufferPointer, step: Int) -> Result<Network, GraphFault> {
  var reader = NetworkReader(mostBytes: 1 << 28)
  do throws(GraphFault) {
    for start in stride(from: 0, to: bytes.count, by: step) {
      try reader.take(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)]))
    }
    return .success(try reader.finish())
  } catch {
    return .failure(error)
  }
}
