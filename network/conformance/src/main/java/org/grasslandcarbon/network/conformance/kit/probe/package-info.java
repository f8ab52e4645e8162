// SPDX-License-Identifier: Apache-2.0
/**
 * A chaincode with which the kit asks a peer for everything that Fabric's chaincode protocol
 * offers. It speaks the protocol itself and hands the peer's own words to the client, which the
 * shims keep to themselves. It knows nothing of the rest of the kit, because it runs in a process
 * of its own.
 */
package org.grasslandcarbon.network.conformance.kit.probe;
