// SPDX-License-Identifier: Apache-2.0
/**
 * What waits for whom, and how long stages take: declared over views, beside them. It knows no
 * database, no clock and nobody who asks; whoever serves it brings these.
 */
package org.grasslandcarbon.views.duty;
