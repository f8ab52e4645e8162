// SPDX-License-Identifier: Apache-2.0
/** How regions answer each other, who is responsible in them, and what stands in the way. */
package org.grasslandcarbon.cli.sharing;
