Console.WriteLine(App.Training.Run());
