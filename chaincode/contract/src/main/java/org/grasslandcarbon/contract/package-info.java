// SPDX-License-Identifier: Apache-2.0
/**
 * The Fabric side of the registry's chaincode: our own endpoint of Fabric's chaincode protocol, the
 * state store over it, the contract that hands each function to the domain, and the server that
 * real peers connect to.
 *
 * <p>Read it in the order of one transaction: {@link
 * org.grasslandcarbon.contract.GrasslandChaincode} opens a {@code ChaincodeEndpoint} for each peer
 * stream; the endpoint starts a {@code PeerTransaction}; {@code GrasslandContract} checks what only
 * the Fabric side can check (sizes, the clock) and calls the domain, which reads and writes through
 * {@code LedgerStore}.
 *
 * <p>What this package must not do: judge an instruction, know what is inside a record or a key,
 * know the gateway, a client or the embedded peer, or keep anything between two transactions that
 * could change an outcome.
 */
package org.grasslandcarbon.contract;
