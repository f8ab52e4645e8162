// SPDX-License-Identifier: Apache-2.0
/**
 * Reading the ledger's blocks: what the valid transactions of our chaincode were and wrote, in
 * order and without gaps. It knows Fabric's messages, not the registry's records, and must not keep
 * anything: where a reader stands is the reader's to store.
 */
package org.grasslandcarbon.gateway.blocks;
