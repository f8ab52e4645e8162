// SPDX-License-Identifier: Apache-2.0
/**
 * What regions are told of each other: computed from the projection for one answer, with the
 * records that each number comes from. It writes nothing, and tells nobody what lists keep from it.
 */
package org.grasslandcarbon.gateway.coordination;
