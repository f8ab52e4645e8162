// SPDX-License-Identifier: Apache-2.0
/**
 * What regions are shown of their work together and told of each other: computed from what is
 * projected, each number with the records that it comes from. It writes nothing, decides nothing,
 * and tells nobody what lists keep from it.
 */
package org.grasslandcarbon.gateway.coordination;
