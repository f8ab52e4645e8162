// SPDX-License-Identifier: Apache-2.0
/**
 * The whole product in one JVM: the gateway, an embedded peer and the chaincode, with the example
 * registry loaded on the first start. It only puts rooms together; no rule and no protocol is here.
 */
package org.grasslandcarbon.network.standalone;
