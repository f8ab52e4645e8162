// SPDX-License-Identifier: Apache-2.0
/**
 * What is implausible, said aloud: pure functions from a report's data, its worksheet and what the
 * ledger knows besides to flags, each with its figures. The thresholds are numbers of a methodology
 * version with their sources; a flag refuses nothing. It knows how tonnes are computed and nothing
 * of projects, reports or the ledger; no floating point, no clock.
 */
package org.grasslandcarbon.domain.plausibility;
