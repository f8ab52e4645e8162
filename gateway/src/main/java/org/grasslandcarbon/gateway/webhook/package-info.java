// SPDX-License-Identifier: Apache-2.0
/**
 * What happens on the ledger, sent to addresses that participants have named: subscriptions in
 * files of the gateway's own, and deliveries that follow the projection. It must not decide who may
 * see what, and must not connect to an address that it has not checked.
 */
package org.grasslandcarbon.gateway.webhook;
