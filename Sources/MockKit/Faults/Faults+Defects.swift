extension Faults {
  /// A checker must turn red.
  static let defects: [FaultKind] = [
    .ackThenLose, .commitWithoutOutbox, .phantomEventOnRollback,
    .doubleApplyPoints, .dedupeRace, .doubleRelay, .newIdPerAttempt, .dedupeTtlTooShort,
    .statusRegression, .clockSkewLastWriteWins, .lostUpdate, .oversell, .couponDoubleRedeem,
    .couponBurntUnpaid, .refundKeepsPoints, .deleteNotPropagated, .deleteResurrects, .echoLoop,
    .cursorBoundarySkip, .checkpointOnFailure, .topicGap, .poisonBlocksLink,
    .endpointSilentlyDisabled, .alwaysOneBehind, .staleCache, .flicker, .wrongUserLeak,
    .identitySplit, .identityMismerge, .int64IDRounding, .moneyTruncation,
    .priceStale, .cookieUnprotected,
    .signatureUnchecked, .replayAccepted, .noticeMissing, .alertMissing,
    .entryAttributionLost, .handoverReusable, .figuresDayShift, .figuresCountVisits,
    .replyDoubled, .stageSkipped, .promptEveryVisit,
    .bookingTimezoneShift, .redeemTwice, .seatDouble,
    .exclusiveOpen, .downloadTruncated, .themeDrift,
    .referralDouble, .shareRewardsOpens, .perkEarly,
    .campaignStale, .groupOverfull, .groupUnrefunded, .drawTwice,
  ]
}
