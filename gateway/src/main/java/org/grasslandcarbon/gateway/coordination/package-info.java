// SPDX-License-Identifier: Apache-2.0
/**
 * What regions are shown of their work together: computed from what is projected, each number with
 * the records that it comes from. It writes nothing and decides nothing.
 */
package org.grasslandcarbon.gateway.coordination;
