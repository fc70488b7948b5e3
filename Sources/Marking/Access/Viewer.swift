/// The person who looks or acts, as far as access depends on them.
public struct Viewer: Hashable, Codable, Sendable {
  /// The name under which they sign in.
  public var name: String
  /// Their agency.
  public var agency: String
  /// Their nation, as a two-letter ISO 3166 code.
  public var nation: String
  /// What they do in the centre.
  public var roles: Set<Role>
  /// The highest classification and the compartments that they may have.
  public var clearance: Clearance
  /// What their token is good for; nil when they are signed in at the desk, where no scope narrows them.
  public var scopes: Set<Scope>?

  /// A viewer of these parts.
  public init(
    name: String, agency: String, nation: String, roles: Set<Role>, clearance: Clearance, scopes: Set<Scope>? = nil
  ) {
    self.name = name
    self.agency = agency
    self.nation = nation
    self.roles = roles
    self.clearance = clearance
    self.scopes = scopes
  }
}

/// What a person has been cleared to have.
public struct Clearance: Hashable, Codable, Sendable {
  /// The highest classification.
  public var classification: Classification
  /// Whether OFFICIAL-SENSITIVE is included; above OFFICIAL it always is.
  public var sensitive: Bool
  /// The compartments that they are admitted to.
  public var compartments: Set<String>

  /// A clearance of these parts.
  public init(classification: Classification, sensitive: Bool = true, compartments: Set<String> = []) {
    self.classification = classification
    self.sensitive = sensitive || classification > .official
    self.compartments = compartments
  }
}
