// SPDX-License-Identifier: Apache-2.0

/**
 * What is worked out of the market's records for those who read: levels of books, documents of what
 * was traded, what a purchase would cost. Nothing here decides anything: the chaincode does.
 */
package org.grasslandcarbon.gateway.market;
