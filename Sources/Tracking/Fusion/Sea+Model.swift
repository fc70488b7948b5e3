import Geodesy

extension Sea {
  func model(_ sensor: Sensor, _ number: Int, _ look: SensorLook, on plane: TangentPlane) -> SensorModel {
    let place = (look.position ?? sensor.position).map(plane.local) ?? (0, 0)
    return SensorModel(
      number: number, eastMetres: place.0, northMetres: place.1, field: field(of: sensor, look, on: plane),
      detectionProbability: sensor.detectionProbability, falsePlotsPerScan: sensor.falsePlotsPerLook,
      resolution: sensor.kind == .radar
        ? ResolutionCell(
          rangeMetres: 2 * sensor.rangeDeviationMetres, bearingRadians: 4 * sensor.bearingDeviationDegrees * .pi / 180)
        : nil, fullToMetres: sensor.fullDetectionRangeMetres, isSlow: sensor.isSlow)
  }

  private func field(of sensor: Sensor, _ look: SensorLook, on plane: TangentPlane) -> SensorModel.Field {
    if let footprint = look.footprint {
      return .footprint(
        FieldOutline(
          corners: footprint.map(plane.local).map { PlanePlace(eastMetres: $0.eastMetres, northMetres: $0.northMetres) }
        ))
    }
    let sector = sensor.sectorDegrees.flatMap { edges in
      edges.count == 2 ? Sector(fromRadians: edges[0] * .pi / 180, toRadians: edges[1] * .pi / 180) : nil
    }
    return .ring(fromMetres: sensor.leastRangeMetres, toMetres: sensor.greatestRangeMetres, sector: sector)
  }

  /// The sea around one target, as wide as the target's place is unsure.
  func neighbourhood(
    of plot: Plot, _ seen: SensorPlot, _ sensor: Sensor, _ number: Int, _ look: SensorLook, on plane: TangentPlane
  ) -> SensorModel {
    let place = (look.position ?? sensor.position).map(plane.local) ?? (0, 0)
    let field = Double.pi * sensor.greatestRangeMetres * sensor.greatestRangeMetres
    // The odds that the sensor itself gives for a craft stand against the density of false ones.
    let confidence = min(max(seen.confidence ?? 0.5, 0.02), 0.98)
    let density = sensor.falsePlotsPerLook / max(field, 1) * (1 - confidence) / confidence
    if sensor.isSlow {
      // Long after, what was seen stands against all that the scene could show, and not against its neighbourhood.
      return SensorModel(
        number: number, eastMetres: place.0, northMetres: place.1, field: .everywhere(areaSquareMetres: field),
        detectionProbability: sensor.detectionProbability, falsePlotsPerScan: density * field, isWhole: false,
        isSlow: true)
    }
    let half = 4 * sensor.positionDeviationMetres
    let centre: PlanePlace
    switch plot.measurement {
    case .place(let east, let north, _): centre = PlanePlace(eastMetres: east, northMetres: north)
    case .polar(let range, let bearing, _, _):
      let direction = eastNorth(bearingDegrees: bearing * 180 / .pi)
      centre = PlanePlace(eastMetres: place.0 + range * direction.east, northMetres: place.1 + range * direction.north)
    case .bearing:
      return SensorModel(
        number: number, eastMetres: place.0, northMetres: place.1, field: .everywhere(areaSquareMetres: field),
        detectionProbability: sensor.detectionProbability, falsePlotsPerScan: sensor.falsePlotsPerLook,
        showsDirectionsOnly: true, isWhole: false)
    }
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half)].map { east, north in
      PlanePlace(eastMetres: centre.eastMetres + east, northMetres: centre.northMetres + north)
    }
    return SensorModel(
      number: number, eastMetres: place.0, northMetres: place.1, field: .footprint(FieldOutline(corners: corners)),
      detectionProbability: sensor.detectionProbability, falsePlotsPerScan: density * 4 * half * half, isWhole: false)
  }

  mutating func plot(_ seen: SensorPlot, of sensor: Sensor, on plane: TangentPlane) -> Plot? {
    var plot: Plot
    switch seen.measurement {
    case .rangeAndBearing(let range, let bearing, let rangeDeviation, let bearingDeviation):
      // Without a place of the sensor, a range and a bearing are from nowhere.
      guard let position = sensor.position else { return nil }
      // A plane bends distances by a hundred metres and more at forty kilometres: the place is reckoned on the ellipsoid.
      let place = plane.local(position.target(rangeMetres: range, bearingDegrees: bearing))
      let origin = plane.local(position)
      let (east, north) = (place.eastMetres - origin.eastMetres, place.northMetres - origin.northMetres)
      plot = Plot(
        rangeMetres: (east * east + north * north).squareRoot(),
        bearingRadians: bearingDegrees(east: east, north: north) * .pi / 180,
        rangeDeviationMetres: rangeDeviation ?? sensor.rangeDeviationMetres,
        bearingDeviationRadians: (bearingDeviation ?? sensor.bearingDeviationDegrees) * .pi / 180)
    case .position(let position, let deviation):
      let place = plane.local(position)
      plot = Plot(
        eastMetres: place.eastMetres, northMetres: place.northMetres,
        deviationMetres: deviation ?? sensor.positionDeviationMetres)
    case .bearing(let bearing, let deviation):
      guard sensor.position != nil else { return nil }
      plot = Plot(
        .bearing(
          bearingRadians: bearing * .pi / 180,
          deviationRadians: (deviation ?? sensor.bearingDeviationDegrees) * .pi / 180))
    }
    plot.reference = remember(seen.reference)
    plot.lengthMetres = seen.lengthMetres
    return plot
  }
}
