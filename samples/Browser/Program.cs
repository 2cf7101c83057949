// There is nothing to do at the start: the worker calls what Training exports.
return;
