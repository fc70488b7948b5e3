extension AsterixTables {
  /// Monoradar service messages: category 034, edition 1.29.
  static let category034 = """
    category 034 edition 1.29
    profile 010 000 030 020 041 050 060 070 100 110 120 090 RE SP
    report time:030 latitude:120/LAT longitude:120/LON
    000 8t  # Message Type
    010 (SAC:8 SIC:8)  # Data Source Identifier
    020 8u*360/2^8"°"  # Sector Number
    030 24u*1/2^7"s"  # Time of Day
    041 16u*1/2^7"s"  # Antenna Rotation Speed
    050 [  # System Configuration and Status
      COM:(NOGO:1t RDPC:1t RDPR:1t OVLRDP:1t OVLXMT:1t MSC:1t TSV:1t .1) - - PSR:(ANT:1t CHAB:2t OVL:1t MSC:1t .3)
      SSR:(ANT:1t CHAB:2t OVL:1t MSC:1t .3) MDS:(ANT:1t CHAB:2t OVLSUR:1t MSC:1t SCF:1t DLF:1t OVLSCF:1t OVLDLF:1t .7)]
    060 [  # System Processing Mode
      COM:(.1 REDRDP:3t REDXMT:3t .1) - - PSR:(POL:1t REDRAD:3t STC:2t .2) SSR:(REDRAD:3t .5) MDS:(REDRAD:3t CLU:1t
      .4)]
    070 1*(TYP:5t COUNT:11u)  # Message Count Values
    090 (RNG:8s*1/2^7"NM" AZM:8s*360/2^14"°")  # Collimation Error
    # 100 Generic Polar Window
    100 (RHOST:16u*1/2^8"NM" RHOEND:16u*1/2^8"NM" THETAST:16u*360/2^16"°" THETAEND:16u*360/2^16"°")
    110 8t  # Data Filter
    120 (HGT:16s*1"m" LAT:24s*180/2^23"°" LON:24s*180/2^23"°")  # 3D-Position Of Data Source
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
