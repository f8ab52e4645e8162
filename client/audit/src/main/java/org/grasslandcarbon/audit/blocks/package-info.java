// SPDX-License-Identifier: Apache-2.0
/**
 * Where blocks come from: files as {@code peer channel fetch} writes them, the block files of a
 * peer, or a peer's service of deliveries. It judges nothing but whether there is a block at all.
 */
package org.grasslandcarbon.audit.blocks;
