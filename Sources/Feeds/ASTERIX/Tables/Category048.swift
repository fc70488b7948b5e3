extension AsterixTables {
  /// Monoradar target reports: category 048, edition 1.31.
  static let category048 = """
    category 048 edition 1.31
    profile 010 140 020 040 070 090 130 220 240 250 161 042 200 170 210 030 080 100 110 120 230 260 055 050 065 060 SP
      RE
    report time:140 range:040/RHO azimuth:040/THETA east:042/X north:042/Y track:161/TRN
      code:070/MODE3A codeGarbled:070/G level:090/FL levelGarbled:090/G address:220 callSign:240
      speed:200/GSP course:200/HDG
    010 (SAC:8 SIC:8)  # Data Source Identifier
    020 {  # Target Report Descriptor
      TYP:3t SIM:1t RDP:1t SPI:1t RAB:1t - TST:1t ERR:1t XPP:1t ME:1t MI:1t FOEFRI:2t - ADSB:(EP:1t VAL:1t) SCN:(EP:1t
      VAL:1t) PAI:(EP:1t VAL:1t) .1 -}
    030 x*7t  # Warning/Error Conditions and Target Classification
    040 (RHO:16u*1/2^8"NM" THETA:16u*360/2^16"°")  # Measured Position in Polar Coordinates
    042 (X:16s*1/2^7"NM" Y:16s*1/2^7"NM")  # Calculated Position in Cartesian Coordinates
    050 (V:1t G:1t L:1t .1 MODE2:12o)  # Mode-2 Code in Octal Representation
    055 (V:1t G:1t L:1t MODE1:5)  # Mode-1 Code in Octal Representation
    # 060 Mode-2 Code Confidence Indicator
    060 (.4 QA4:1t QA2:1t QA1:1t QB4:1t QB2:1t QB1:1t QC4:1t QC2:1t QC1:1t QD4:1t QD2:1t QD1:1t)
    065 (.3 QA4:1t QA2:1t QA1:1t QB2:1t QB1:1t)  # Mode-1 Code Confidence Indicator
    070 (V:1t G:1t L:1t .1 MODE3A:12o)  # Mode-3/A Code in Octal Representation
    # 080 Mode-3/A Code Confidence Indicator
    080 (.4 QA4:1t QA2:1t QA1:1t QB4:1t QB2:1t QB1:1t QC4:1t QC2:1t QC1:1t QD4:1t QD2:1t QD1:1t)
    090 (V:1t G:1t FL:14s*1/2^2"FL")  # Flight Level in Binary Representation
    # 100 Mode-C Code and Code Confidence Indicator
    100 (V:1t G:1t .2 MODEC:12 .4 QC1:1t QA1:1t QC2:1t QA2:1t QC4:1t QA4:1t QB1:1t QD1:1t QB2:1t QD2:1t QB4:1t QD4:1t)
    110 (.2 3DH:14s*25"ft")  # Height Measured by a 3D Radar
    120 [CAL:(D:1t .5 CAL:10s*1"m/s") RDS:1*(DOP:16u*1"m/s" AMB:16u*1"m/s" FRQ:16u*1"MHz")]  # Radial Doppler Speed
    130 [  # Radar Plot Characteristics
      SRL:8u*360/2^13"°" SRR:8u SAM:8s*1"dBm" PRL:8u*360/2^13"°" PAM:8s*1"dBm" RPD:8s*1/2^8"NM" APD:8s*360/2^14"°"]
    140 24u*1/2^7"s"  # Time of Day
    161 (.4 TRN:12)  # Track Number
    170 {CNF:1t RAD:2t DOU:1t MAH:1t CDM:2t - TRE:1t GHO:1t SUP:1t TCC:1t .3 -}  # Track Status
    200 (GSP:16u*1/2^14"NM/s" HDG:16u*360/2^16"°")  # Calculated Track Velocity in Polar Coordinates
    210 (SIGX:8u*1/2^7"NM" SIGY:8u*1/2^7"NM" SIGV:8u*1/2^14"NM/s" SIGH:8u*360/2^12"°")  # Track Quality
    220 24h  # Aircraft Address
    230 (COM:3t STAT:3t SI:1t .1 MSSC:1t ARC:1t AIC:1t B1A:1 B1B:4)  # Communications/ACAS Capability and Flight Status
    240 48i  # Aircraft Identification
    250 1*(MBDATA:56b BDS1:4 BDS2:4)  # BDS Register Data
    260 56h  # ACAS Resolution Advisory Report
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
