// SPDX-License-Identifier: Apache-2.0
/**
 * The one path to the ledger: Fabric's gateway service, through the Fabric Gateway SDK. It sends
 * what it is given, says exactly in which way that failed, and decides nothing about trying again.
 * No other package uses the SDK.
 */
package org.grasslandcarbon.gateway.ledger;
