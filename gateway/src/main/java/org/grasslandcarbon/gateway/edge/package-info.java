// SPDX-License-Identifier: Apache-2.0
/**
 * What stands between the network and the controllers: how many connections and requests there may
 * be, how slowly bodies may come and answers be taken, and which requests are none. Every failure
 * here is a problem document too. It knows no noun of the registry.
 */
package org.grasslandcarbon.gateway.edge;
