extension AsterixDecoder {
  /// Reads the blocks of a datagram: after a length that cannot be, nothing more of it is read.
  mutating func read(
    _ octets: Octets, at base: Int, _ receivedNanoseconds: Int64?, _ body: (AsterixRecord) -> Void
  ) {
    var at = 0
    while at < octets.count {
      let length = octets.twoOctets(at: at &+ 1)
      guard length > Self.blockHeadBytes, length <= limits.blockBytes, at &+ length <= octets.count else {
        return refuse(blockAt: at, octets, base)
      }
      _ = read(block: octets.slice(at, count: length), at: base &+ at, receivedNanoseconds, body)
      at &+= length
    }
  }

  /// Reads one block whose length can be; returns where a record of it was refused, or nil when all is read.
  @inline(__always)
  private mutating func read(
    block: Octets, at base: Int, _ receivedNanoseconds: Int64?, _ body: (AsterixRecord) -> Void
  ) -> Int? {
    diagnostics.blocks &+= 1
    let category = Int(block[0])
    guard let layout = layouts[category] else {
      diagnostics.passOver(blockOf: category)
      return nil
    }
    var at = Self.blockHeadBytes
    while at < block.count {
      let octets = block.from(at)
      do throws(AsterixRefusal) {
        var extents = 0
        let items = try layout.measure(octets, extents: &extents)
        let record = AsterixRecord(
          layout: layout, octets: octets, items: items, receivedNanoseconds: receivedNanoseconds,
          byteOffset: base &+ at)
        if let fault = record.fault { throw fault }
        diagnostics.extents &+= extents
        diagnostics.count(recordOf: category)
        body(record)
        at &+= items.length
      } catch {
        diagnostics.refuse(error, category: category, at: base + at, octets)
        return at
      }
    }
    return nil
  }

  /// Reads as many blocks of a file as are whole; returns how many bytes they took.
  ///
  /// When a record is refused and no block follows where its own should end, the length is doubted: the next block is then
  /// looked for from the refused record on.
  mutating func readStream(
    _ octets: Octets, at base: Int, isLast: Bool, _ body: (AsterixRecord) -> Void
  ) -> Int {
    var at = 0
    while at < octets.count {
      let rest = octets.count &- at
      guard rest >= Self.blockHeadBytes || isLast else { return at }
      let length = octets.twoOctets(at: at &+ 1)
      let isPossible = searches ? isHead(octets, at: at) : length > Self.blockHeadBytes && length <= limits.blockBytes
      // What follows a block is looked at as well, unless the input ends there.
      if isPossible, rest < length &+ Self.blockHeadBytes, !isLast { return at }
      guard isPossible, rest >= length, !searches || isFollowed(octets, at: at &+ length) else {
        if !searches { refuse(blockAt: at, octets, base) }
        searches = true
        diagnostics.bytesPassedOver &+= 1
        at &+= 1
        continue
      }
      searches = false
      let refusedAt = read(block: octets.slice(at, count: length), at: base &+ at, nil, body)
      if let refusedAt, !isFollowed(octets, at: at &+ length) {
        searches = true
        at &+= refusedAt
      } else {
        at &+= length
      }
    }
    return at
  }

  /// Of such a block the head is kept, since nobody knows what belongs to it.
  private mutating func refuse(blockAt place: Int, _ octets: Octets, _ base: Int) {
    let head = octets.slice(place, count: Self.blockHeadBytes)
    diagnostics.refuse(.blockLength, category: Int(octets[place]), at: base + place, head)
  }

  /// Whether the head of a block of ours may stand at a place.
  private func isHead(_ octets: Octets, at place: Int) -> Bool {
    let length = octets.twoOctets(at: place &+ 1)
    return layouts[Int(octets[place])] != nil && length > Self.blockHeadBytes && length <= limits.blockBytes
  }

  /// Whether at a place the input ends or the head of a block of ours may stand.
  private func isFollowed(_ octets: Octets, at place: Int) -> Bool {
    place == octets.count || isHead(octets, at: place)
  }
}
