// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

/**
 * One write of a transaction to the chaincode's state.
 *
 * @param key the full key as Fabric stores it
 * @param value the stored bytes; empty when deleted
 * @param delete whether the key was deleted
 */
public record StateWrite(String key, byte[] value, boolean delete) {}
