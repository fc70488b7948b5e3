/// The tables of items, one a category, and of the registers of Mode S that target reports carry.
enum AsterixTables {
  /// Every category that is decoded.
  static let all = [category010, category021, category034, category048, category062, category240]

  /// What the registers of enhanced surveillance hold (ICAO Doc 9871, second edition, tables A-2-64, A-2-80 and A-2-96).
  /// `BP` is the pressure less 800 mb, as the register has it; a value means nothing while its status is 0.
  static let registers = """
    40 (MCP_ALT_STATUS:1 MCP_ALT:12u*16"ft" FMS_ALT_STATUS:1 FMS_ALT:12u*16"ft" BP_STATUS:1 BP:12u*1/10"mb" .8
      MODE_STATUS:1 VNAV:1 ALT_HOLD:1 APP:1 .2 TARGET_ALT_STATUS:1 TARGET_ALT_SOURCE:2)
    50 (RA_STATUS:1 RA:10s*45/2^8"°" TTA_STATUS:1 TTA:11s*90/2^9"°" GS_STATUS:1 GS:10u*2"kt" TAR_STATUS:1
      TAR:10s*8/2^8"°/s" TAS_STATUS:1 TAS:10u*2"kt")
    60 (HDG_STATUS:1 HDG:11s*90/2^9"°" IAS_STATUS:1 IAS:10u*1"kt" MACH_STATUS:1 MACH:10u*1/250"Mach"
      BAR_STATUS:1 BAR:10s*32"ft/min" IVV_STATUS:1 IVV:10s*32"ft/min")
    """

  /// The plans of all categories by their numbers, made when first asked for.
  static let layouts: [AsterixLayout?] = {
    var layouts = [AsterixLayout?](repeating: nil, count: 256)
    // A table that cannot be read is a fault of this program, which a test finds; its category is then unknown.
    let forms = (try? AsterixTable.forms(ofRegisters: registers)) ?? [:]
    for text in all {
      guard let table = try? AsterixTable(text) else { continue }
      layouts[table.category & 255] = AsterixLayout(table, registers: forms)
    }
    return layouts
  }()
}
