// SPDX-License-Identifier: Apache-2.0

/**
 * A Hyperledger Fabric compatible peer, with its ordering, in one JVM: enough for the unmodified
 * Fabric Gateway SDK, for block and event consumers and for unmodified chaincode, with a durable
 * ledger.
 *
 * <p>It speaks Fabric's protocol and nothing else: it must not know what a chaincode does, and must
 * not depend on any other package of this project but the one about files on disk. It is for one
 * machine, and it holds the keys of every organisation of its network, so it gives none of the
 * trust that a network of several operators gives.
 */
package org.grasslandcarbon.network.embedded;
