// SPDX-License-Identifier: Apache-2.0
/** Finding anything public by whatever one has in hand. */
package org.grasslandcarbon.cli.search;
