// SPDX-License-Identifier: Apache-2.0
/**
 * The benchmarks: the registry against a plain chaincode of the usual kind, on the same ledger and
 * in the same run.
 */
package org.grasslandcarbon.network.conformance.bench;
