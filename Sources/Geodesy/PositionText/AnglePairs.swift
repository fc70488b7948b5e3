/// Puts angles together into positions.
struct AnglePairs {
  let scan: TextScan
  /// Whether commas were sorted into separators and decimal signs without proof.
  let commaAssumed: Bool
  /// Whether the text holds nothing but numbers and what belongs to them.
  let nothingElse: Bool

  private var used = Set<Int>()

  init(scan: TextScan, commaAssumed: Bool, nothingElse: Bool) {
    self.scan = scan
    self.commaAssumed = commaAssumed
    self.nothingElse = nothingElse
  }

  mutating func read(_ angles: [Angle], into found: inout Findings) {
    // Those that name both of their axes come first, then those of two exact numbers: what they use is no longer open
    // to guesses.
    for rank in 0...2 {
      for index in angles.indices.dropLast() where !used.contains(index) && !used.contains(index + 1) {
        let (first, second) = (angles[index], angles[index + 1])
        guard self.rank(first, second) == rank, belong(first, second, count: angles.count) else { continue }
        if add(first, second, crowded: rank > 0 && isCrowded(angles, index), to: &found) {
          used.insert(index)
          used.insert(index + 1)
        }
      }
    }
    for (index, angle) in angles.enumerated() where !used.contains(index) {
      if angle.axis != nil || angle.isMarked { found.add(.halfAPosition(scan.piece(angle.range))) }
    }
  }

  private func rank(_ first: Angle, _ second: Angle) -> Int {
    if first.axis != nil && second.axis != nil { return 0 }
    return first.isBareWhole || second.isBareWhole ? 2 : 1
  }

  private func belong(_ first: Angle, _ second: Angle, count: Int) -> Bool {
    if let axis = first.axis, let other = second.axis { return axis != other }
    guard second.followsDirectly else { return false }
    // A colon alone is a time of day; a hyphen alone, a range.
    if (first.joint == nil) != (second.joint == nil), first.axis == nil, second.axis == nil { return false }
    if first.isBareWhole && second.isBareWhole { return nothingElse && count == 2 }
    return true
  }

  private func isCrowded(_ angles: [Angle], _ index: Int) -> Bool {
    let before = index > 0 && angles[index].followsDirectly && !used.contains(index - 1)
    let after = index + 2 < angles.count && angles[index + 2].followsDirectly && angles[index + 2].axis == nil
    return before || after
  }

  /// Adds the positions that the two angles may mean, or the problem that they lie off the earth.
  private func add(_ first: Angle, _ second: Angle, crowded: Bool, to found: inout Findings) -> Bool {
    let source = scan.piece(first.range.lowerBound..<second.range.upperBound)
    var (firstValues, secondValues) = (first.values, second.values)
    // Minutes after a point are a reading only when both numbers can be read so.
    if first.mayHoldMinutes != second.mayHoldMinutes {
      firstValues = first.mayHoldMinutes ? Array(firstValues.prefix(1)) : firstValues
      secondValues = second.mayHoldMinutes ? Array(secondValues.prefix(1)) : secondValues
    }
    let eitherWay = first.mayHoldMinutes && second.mayHoldMinutes
    guard let firstLikeliest = firstValues.first, let secondLikeliest = secondValues.first else { return false }
    var added = false
    for index in 0..<max(firstValues.count, secondValues.count) {
      let firstValue = index < firstValues.count ? firstValues[index] : firstLikeliest
      let secondValue = index < secondValues.count ? secondValues[index] : secondLikeliest
      guard var candidate = candidate(first, firstValue, second, secondValue, source: source) else { continue }
      if eitherWay { candidate.doubts.insert(.minutesOrDecimals) }
      if crowded { candidate.doubts.insert(.otherNumbersNearby) }
      if commaAssumed { candidate.doubts.insert(.commaAssumed) }
      if scan.isMended(first.range.lowerBound..<second.range.upperBound) { candidate.doubts.insert(.letterForDigit) }
      found.add(candidate)
      added = true
    }
    if !added { found.add(.offTheEarth(source)) }
    return true
  }

  private func candidate(
    _ first: Angle, _ firstValue: Angle.Value, _ second: Angle, _ secondValue: Angle.Value, source: String
  ) -> PositionCandidate? {
    var doubts = firstValue.doubts.union(secondValue.doubts)
    let latitudeFirst: Bool
    if let axis = first.axis ?? second.axis?.other {
      latitudeFirst = axis == .latitude
      if first.axis == nil || second.axis == nil { doubts.insert(.hemisphereAssumed) }
    } else {
      doubts.insert(.orderAssumed)
      latitudeFirst = firstValue.degrees.magnitude <= 90 || secondValue.degrees.magnitude > 90
    }
    for (angle, value) in [(first, firstValue), (second, secondValue)] where isHemisphereOpen(angle, value) {
      doubts.insert(.hemisphereAssumed)
    }
    let latitude = latitudeFirst ? firstValue : secondValue
    let longitude = latitudeFirst ? secondValue : firstValue
    var position = Position(latitudeDegrees: latitude.degrees, longitudeDegrees: longitude.degrees)
    if position == nil {
      // Written as latitude and longitude it does not exist; the other way round it may.
      position = Position(latitudeDegrees: longitude.degrees, longitudeDegrees: latitude.degrees)
      doubts.insert(.swappedLikely)
    }
    guard let position else { return nil }
    return PositionCandidate(
      position: position, form: form(firstValue.form, secondValue.form), source: source,
      uncertaintyMetres: Self.uncertaintyMetres(
        latitudeDegrees: position.latitudeDegrees, latitude.resolutionDegrees, longitude.resolutionDegrees),
      doubts: doubts)
  }

  /// Whether the hemisphere was taken for granted: decimal degrees without a sign are north and east by convention,
  /// everything else says so.
  private func isHemisphereOpen(_ angle: Angle, _ value: Angle.Value) -> Bool {
    if let hemisphere = angle.hemisphere { return hemisphere.ambiguous || (angle.sign ?? 1) < 0 }
    if angle.sign != nil { return false }
    return value.form != .decimalDegrees || angle.isBareWhole
  }

  private func form(_ first: PositionForm, _ second: PositionForm) -> PositionForm {
    let order: [PositionForm] = [.decimalDegrees, .degreesMinutes, .degreesMinutesSeconds, .compact, .spoken]
    let place = max(order.firstIndex(of: first) ?? 0, order.firstIndex(of: second) ?? 0)
    return order[place]
  }

  /// Half of the last written places, as a distance.
  static func uncertaintyMetres(
    latitudeDegrees: Double, _ latitudeResolution: Double, _ longitudeResolution: Double
  ) -> Double {
    let metresPerDegree = Sphere.radiusMetres * .pi / 180
    let north = latitudeResolution / 2 * metresPerDegree
    let east = longitudeResolution / 2 * metresPerDegree * cosine(latitudeDegrees.radians)
    return (north * north + east * east).squareRoot()
  }
}
