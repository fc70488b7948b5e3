extension ModeMixture {
  /// A craft at a plot, of whose velocity nothing is known.
  init(_ plot: PlacedPlot, settings: CraftTrackerSettings) {
    let unknown = settings.unknownVelocity * settings.unknownVelocity
    self.init(
      Motion(
        eastMetres: plot.eastMetres, northMetres: plot.northMetres, velocityEast: 0, velocityNorth: 0,
        covariance: MotionCovariance(position: plot.noise, velocity: .isotropic(unknown))),
      count: settings.modes.count)
  }

  /// The squared Mahalanobis distance of a plot, over all modes.
  func squaredDistance(of plot: PlacedPlot, noise: Symmetric2) -> Double {
    let innovation = combined.covariance.position + noise
    return innovation.inverse?.squaredLength(
      east: plot.eastMetres - combined.eastMetres, north: plot.northMetres - combined.northMetres) ?? .infinity
  }
}
